package scenarios

import (
	"caseload/policy/source"
)

// Table is persons who are listed one by one in a file, as part of a population: those of
// a survey or a trial, or a class. They are the same in every replicate.
type Table struct {
	At       source.Position
	File     source.Text     `file:"file" doc:"the table: CSV with a header, or Parquet; a path starts in the folder of the population file"`
	SHA256   source.Text     `file:"sha256,optional" doc:"hash of the table, in hexadecimal; a file with another one is refused"`
	Persons  source.Quantity `file:"persons,optional" unit:"count" min:"1" max:"100000000" doc:"persons in the country for whom the table stands, to whom coaches and vacancies of a country are in proportion; as many as it has rows where it is left out"`
	Status   source.Text     `file:"status,optional" oneof:"claimant,other_benefit,employed,inactive" doc:"what they are doing at the start, unless a column says it; claimant where it is left out"`
	Duration Duration        `file:"duration" doc:"from which the time they have been doing it is drawn where the table does not say it"`
	Columns  Columns         `file:"columns" doc:"which column holds which trait; what is in none is drawn from the traits of the population, and so is a cell that is empty, or NA, N/A, NaN, null or a point"`
}

// Columns says in which column a trait stands.
type Columns struct {
	At         source.Position
	Weight     *Column `file:"weight,optional" doc:"weight of the row: rows come in proportion to it, as whole copies"`
	Status     *Column `file:"status,optional" doc:"claimant, other_benefit, employed or inactive"`
	Weeks      *Column `file:"weeks,optional" doc:"weeks in that status at the start of the burn-in, a whole number"`
	Sex        *Column `file:"sex,optional" doc:"female or male"`
	Age        *Column `file:"age_years,optional" doc:"age in years, 16 to 75; a fraction counts"`
	Education  *Column `file:"education,optional" doc:"none, below_level_3, level_3 or level_4_or_over"`
	Occupation *Column `file:"occupation,optional" doc:"major occupation group wanted, by the names that populations have for them"`
	Partner    *Column `file:"partner,optional" doc:"true when living with a partner"`
	PartnerPay *Column `file:"partner_pay,optional" doc:"net pay of a partner, pounds a week; 0 when out of work"`
	Household  *Column `file:"household,optional" doc:"a name or number that two rows share who live together and have one award; they are kept in one district as far as its size allows"`
	Children   *Column `file:"children,optional" doc:"dependent children of whom this person is the lead carer, a whole number"`
	Youngest   *Column `file:"youngest_child_years,optional" doc:"age of the youngest of them in years"`
	Rent       *Column `file:"rent,optional" doc:"rent in pounds a week; 0 without a housing element"`
	Health     *Column `file:"health_limited,optional" doc:"true when a condition limits daily activity"`
	Capability *Column `file:"limited_capability,optional" doc:"true when assessed as having limited capability for work"`
	Digital    *Column `file:"digital_access,optional" doc:"unaided, with_help or offline"`
	Skill      *Column `file:"skill,optional" doc:"skill in standard deviations, from -5 to 5"`
	Motivation *Column `file:"motivation,optional" doc:"motivation to search in standard deviations, from -5 to 5"`
	Compliance *Column `file:"compliance,optional" doc:"disposition to meet requirements as a rank, 0 to 1"`
}

// Column is a column of the file, with what its words mean where they are not ours.
type Column struct {
	At     source.Position
	Column source.Text `file:"column" doc:"name of the column in the header"`
	Words  []Word      `file:"words,optional" pairs:"true" doc:"what the words in its cells mean: {F: female, M: male}; a word that is not listed has to be one of ours"`
}

// Word is what stands in a cell, and what it means.
type Word struct {
	At    source.Position
	Cell  source.Text `file:"cell" doc:"the text of the cell"`
	Means source.Text `file:"means" doc:"one of the words, or the number, that the trait can have"`
}
