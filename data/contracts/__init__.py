"""What each table of `data/sources/` may contain: one declaration for reading, checking, the data
package, the dictionary and the test fixtures."""

from data.contracts.columns import Column, Reference, Rule, Table
from data.contracts.follow_up import FOLLOW_UP
from data.contracts.participation import PARTICIPATION
from data.contracts.plans import PLANS
from data.contracts.reports import REPORTS
from data.contracts.territory import TERRITORY
from data.contracts.words import WORDS

TABLES: dict[str, Table] = {
    table.name: table for table in WORDS + PLANS + REPORTS + FOLLOW_UP + PARTICIPATION + TERRITORY
}

__all__ = ["TABLES", "Column", "Reference", "Rule", "Table"]
