/** What the endpoint does to rows before it shows them, when it was told to misbehave. */

type Fields = Readonly<Record<string, unknown>>;

const TIMES = ["createdAt", "updatedAt", "endedAt"] as const;

/** The row by a clock that is off. */
export function shiftRow(row: unknown, milliseconds: number): unknown {
  if (milliseconds === 0 || typeof row !== "object" || row === null) return row;
  const shifted: Record<string, unknown> = { ...row };
  for (const field of TIMES) {
    const value = shifted[field];
    if (typeof value === "string") shifted[field] = shiftTime(value, milliseconds);
  }
  return shifted;
}

/** ISO 8601 text, later by so many milliseconds. */
export function shiftTime(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

/** Records that can become no row. */
const RUBBISH: readonly unknown[] = [null, 42, "session", [], {}, { id: "", status: "active" }];

const DAMAGE: readonly ((row: Fields) => Fields)[] = [
  (row) => ({ ...row, createdAt: "yesterday" }),
  (row) => ({ ...row, provider: 7 }),
  ({ status: _status, ...row }) => row,
  (row) => ({ ...row, updatedAt: { $date: row.updatedAt } }),
  (row) => ({ ...row, status: "on_fire", queue: ["a", "b"] }),
];

/** Damages every fourth row, each in another way, and strews in records that are none. */
export function malform(rows: readonly unknown[]): unknown[] {
  const damaged = rows.map((row, index) =>
    index % 4 === 1 ? DAMAGE[Math.floor(index / 4) % DAMAGE.length]!(row as Fields) : row,
  );
  damaged.splice(Math.min(3, damaged.length), 0, ...RUBBISH);
  return damaged;
}
