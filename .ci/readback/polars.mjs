// Reads every table of a run's folder with polars, with hive partitioning, and compares row counts, columns
// and regimes with manifest.json.
//
//   node polars.mjs RUN_FOLDER
import { join } from "node:path";
import pl from "nodejs-polars";
import { described } from "./manifest.mjs";

const folder = process.argv[2];
const { manifest, tables } = described(folder);
let failed = false;
const fail = (text) => {
  console.error("polars: " + text);
  failed = true;
};

for (const [name, { rows, partitioned }] of tables) {
  const read = partitioned
    ? pl.scanParquet(join(folder, name, "**", "*.parquet"), { hivePartitioning: true }).collectSync()
    : pl.readParquet(join(folder, name + ".parquet"));
  if (read.height !== rows) fail(`${name} has ${read.height} rows, and the manifest says ${rows}`);
  for (const column of manifest.columns[name]) {
    if (!read.columns.includes(column.name)) fail(`${name} has no column ${column.name}`);
    else if (!column.nullable && read.getColumn(column.name).nullCount() > 0) fail(`${name}.${column.name} has nulls`);
  }
  if (partitioned && rows > 0) {
    const regimes = read.getColumn("regime").unique().toArray();
    if (!regimes.every((regime) => manifest.regimes.includes(regime))) fail(`${name} has the regimes ${regimes}`);
  }
  console.log(`polars: ${name.padEnd(10)} ${String(rows).padStart(10)} rows, read whole`);
}
process.exit(failed ? 1 : 0);
