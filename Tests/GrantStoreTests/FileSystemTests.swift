import GrantStore
import Testing

@Suite("The file system of a book")
struct FileSystemTests {
    @Test("A network's is known by the kernel's name, and a disk of this machine is none")
    func kinds() throws {
        for name in ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"] {
            let system = FileSystem(name: name)
            #expect(system.isNetwork && !system.isUnclear)
        }
        for name in ["ext4", "xfs", "btrfs", "overlay", "tmpfs", ""] {
            let system = FileSystem(name: name)
            #expect(!system.isNetwork && !system.isUnclear)
        }
        #expect(FileSystem(name: "fuse.other").isUnclear && FileSystem(name: "9p").isUnclear)
    }

    @Test("It is found among what is mounted by the numbers of the device")
    func mounted() throws {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            90 22 0:45 / /mnt/share rw shared:7 master:2 - nfs4 server:/share rw,vers=4.2
            91 22 0:46 / /mnt/a\\040folder rw - cifs //server/share rw
            """
        #expect(FileSystem(device: "0:45", mounts: mounts).name == "nfs4")
        #expect(FileSystem(device: "0:46", mounts: mounts).name == "cifs")
        #expect(FileSystem(device: "8:1", mounts: mounts).name == "ext4")
        #expect(FileSystem(device: "8:2", mounts: mounts).name.isEmpty)
        let sample = try SampleBook()
        #expect(try !FileSystem(of: sample.path).isNetwork)
        #expect(
            try FileSystem(of: sample.folder.path("none")) == FileSystem(of: sample.path))
        #expect(throws: BookFault.self) { try FileSystem(of: sample.folder.path("no/none")) }
    }

    @Test("A book on a network's is refused with what to do")
    func refused() {
        let fault = BookFault.networkDisk(path: "kent.almoner", kind: "nfs4")
        #expect(fault.exitCode == 74 && fault.code == "network-disk")
        #expect(fault.message.contains("kent.almoner") && fault.message.contains("nfs4"))
        #expect(fault.remedy.hasPrefix("Keep the book on a disk of the machine"))
    }
}
