// Reads a run's folder with DuckDB as a user would, with hive partitioning, and
// compares row counts per table with manifest.json.
//
//   node check.mjs RUN_FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { described } from "./manifest.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: check.mjs RUN_FOLDER");
  process.exit(2);
}

const { manifest, tables } = described(folder);

const connection = await (await DuckDBInstance.create()).connect();
const quote = (text) => "'" + text.replaceAll("'", "''") + "'";
const query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
const source = (name) =>
  tables.get(name).partitioned
    ? `read_parquet(${quote(join(folder, name, "**", "*.parquet"))}, hive_partitioning = true)`
    : `read_parquet(${quote(join(folder, name + ".parquet"))})`;

let failed = false;
const fail = (text) => {
  console.error("duckdb: " + text);
  failed = true;
};

for (const [name, table] of tables) {
  const columns = manifest.columns[name].map((c) => `count("${c.name}") as "${c.name}"`);
  const [row] = await query(`select count(*) as "rows read", ${columns.join(", ")} from ${source(name)}`);
  if (Number(row["rows read"]) !== table.rows) {
    fail(`${name} has ${row["rows read"]} rows, and the manifest says ${table.rows}`);
  }
  for (const c of manifest.columns[name]) {
    if (!c.nullable && Number(row[c.name]) !== table.rows) {
      fail(`${name}.${c.name} has nulls, and the manifest says that it has none`);
    }
  }
  if (table.partitioned && table.rows > 0) {
    const seen = await query(`select distinct regime, replicate::integer as replicate from ${source(name)}`);
    for (const { regime, replicate } of seen) {
      if (!manifest.regimes.includes(regime) || !manifest.replicates.includes(Number(replicate))) {
        fail(`${name} has regime ${regime} and replicate ${replicate}, which the manifest does not name`);
      }
    }
  }
  console.log(`duckdb: ${name.padEnd(10)} ${String(table.rows).padStart(10)} rows, read whole`);
}

// What a first look at a run asks; each needs a table that the run may not have written.
const questions = {
  panel: `select regime, week, status, count(*) as persons, sum(sanction_pence)::bigint as sanction_pence
          from SOURCE group by all order by all limit 6`,
  spells: `select kind, destination_true, count(*) as spells, round(avg(weeks), 1) as weeks_mean
           from SOURCE where not right_censored group by all order by all limit 6`,
  summary: `select outcome, regime, round(avg(value), 2) as mean_over_replicates
            from SOURCE where subgroup = 'all' group by all order by all limit 6`,
  districts: `select week, sum(claimants)::bigint as claimants, avg(tightness) as tightness_mean
              from SOURCE group by all order by all limit 3`,
};
for (const [name, sql] of Object.entries(questions)) {
  if (!tables.has(name)) continue;
  const answer = await query(sql.replace("SOURCE", source(name)));
  console.log(`duckdb: ${name}: ${JSON.stringify(answer[0] ?? "no rows")}${answer.length > 1 ? ` and ${answer.length - 1} more` : ""}`);
}

// What the guides show a reader of DuckDB, with this run in the place of theirs.
for (const guide of ["../../README.md", "../../TOURS.md"]) {
  const text = readFileSync(new URL(guide, import.meta.url), "utf8");
  for (const [, block] of text.matchAll(/^```sql\n(.*?)^```/gms)) {
    for (const sql of block.split(";").filter((part) => part.trim() !== "")) {
      const answer = await query(sql.replace(/'runs\/[^/]+\//g, `'${folder.replaceAll("'", "''")}/`));
      if (answer.length === 0) fail(`${guide} has a question without an answer: ${sql}`);
    }
  }
}
process.exit(failed ? 1 : 0);
