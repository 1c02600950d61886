public import ArgumentParser
public import GrantLedger

extension Office.Kind: ExpressibleByArgument {}
extension Organisation.Kind: ExpressibleByArgument {}
extension Fund.Source: ExpressibleByArgument {}
extension Standing: ExpressibleByArgument {}
extension Grant.Basis: ExpressibleByArgument {}
extension MatchRule.Base: ExpressibleByArgument {}
extension MatchRule.Rounding: ExpressibleByArgument {}
extension ReturnFrequency: ExpressibleByArgument {}
extension Bid.Status: ExpressibleByArgument {}
extension Award.Status: ExpressibleByArgument {}
extension Instalment.Status: ExpressibleByArgument {}
extension MonitoringReturn.Status: ExpressibleByArgument {}
extension Kind: ExpressibleByArgument {}
