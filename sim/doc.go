// Package sim steps the people of a run through weeks.
//
// Start reading at week.go: it lists the stages of a week with their reasons. Each stage
// has a file of its own and is a function of one district, over lists of rows by state;
// engine.go is the loop that runs districts in parallel and hands observed weeks to an
// Observer. build.go makes the world of a replicate (attached.go the people at its start,
// listed.go those of tables, pairing.go couples), world.go holds it, fork.go puts an arm under its regime, with migration.go where
// that pays another benefit, payment.go works awards out and pays them by the periods of
// period.go, books.go keeps the books, accounts.go says who pays whom and what that is worth by
// valuation.go, checkpoint.go and restore.go save an arm and go on with it. vacancies.go,
// hiring.go with shortlist.go and offers.go, agencies.go and neighbours.go are the market in which vacancies choose, moves.go
// how people in work get on in it; bank.go and developers.go are the employer side of the
// office, support.go and partners.go what is done about barriers to work; couples.go keeps two
// of one household on one claim, inwork.go has what is required of people in work;
// matching.go has effort and the matching function that is its fast twin. config.go is all
// that a run is told; execute.go runs replicates, files.go writes what is theirs together, arm.go one regime of one of them and
// variant.go that regime at the ends of a prior.
// indicators.go has what offices and coaches are measured by, targets.go what they do about
// it, league.go the table in which it stands beside what they add.
// specialists.go has whom coaches are for, autonomy.go how far they depart from the rules.
// coaches.go has who the coaches are, posts.go their posts, caseload.go whose coach is
// whose, and discretion.go what they do with minutes at their discretion. providers.go has
// contracts at work, providerstaff.go how providers divide their staff, refusals.go whom they take, providerfirms.go how
// firms begin, are chosen and end, bond.go investors who carry the cost. hold.go,
// crowd.go and holdproviders.go hold an arm to the path of the baseline, for own effects.
// belief.go is what employers expect of certificates, applicants.go is
// what applicants are told. programmes.go gives places, circles.go is who takes part together, referral.go is what
// coaches do about them, participation.go taking part, subsidies.go jobs that are paid for,
// introduction.go what an employer who was met is worth. trace.go, life.go, parting.go, turn.go, shared.go and asked.go follow one
// person and find where two of her lives part. observe.go, panelcolumns.go, persons.go, events.go,
// frontline.go, worth.go and concentration.go are what is written, summary.go with outcomes.go what of it is added up.
//
// Chance is package rng: every draw has an address made of seed, replicate, person, week
// and purpose, so a regime changes only the lives that it touches. Rules are package
// policy: a stage asks a Plan. Behaviour is package agents: a stage draws and hands the
// draw over.
//
// Deliberately absent: files, clocks, terminals and logs; errors from a stage (bad input
// was refused before, and broken books are a defect that stops the run with week and
// district named); order that depends on how many workers there are.
package sim
