#!/bin/sh
# Prints the schema that the migrations make, as sqlite_schema holds it: sh Schema/dump.sh > Schema/current.sql
set -eu
cd "$(dirname "$0")/Migrations"
{
    cat v*.sql
    echo "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name;"
} | sqlite3 -bail :memory:
