// What manifest.json of a run's folder says, and the tables that it lists: rows of each, and whether it has parts.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function described(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const tables = new Map();
  for (const part of manifest.parts) {
    const table = tables.get(part.table) ?? { rows: 0, partitioned: false };
    table.rows += part.rows;
    table.partitioned ||= part.name.includes("/");
    tables.set(part.table, table);
  }
  return { manifest, tables };
}
