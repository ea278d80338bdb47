// Package policy turns a regime, written in YAML by a policy analyst, into an
// immutable Plan that the engine asks week by week.
//
// Start with regime.go: it holds a regime exactly as an author writes it, and the
// field tags are the only description of the file (key, unit, limits, meaning).
// check.go holds the rules that span several fields, unused.go finds rules that nobody meets. case.go lists the only facts
// about a claimant that a rule may read. plan.go compiles: every fact is cut at the
// values that some rule mentions, a claimant's intervals make a class, and each list
// of rules becomes a table with one answer a class, so that asking costs one load;
// epochs.go has the tables between two days on which a rule changes, staff.go the coaches.
// Every answer carries a RuleID, the file and line that gave it. delivery.go works
// out whether a policy can be delivered with the staff it has, deliverytext.go says it, difference.go what one regime has
// otherwise than another, in words. contract.go and fees.go buy and pay the delivery of
// programmes. award.go, benefit.go and
// tax.go are pure arithmetic in whole pence, by date.
//
// Deliberately absent: chance (an engine draws, a plan answers), people (a rule sees
// a Case, never a row), and behaviour (what a rule asks, not what people do about it).
package policy
