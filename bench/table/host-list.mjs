/**
 * What a host would write around a grid that wants to be told what changed: a list by id, compared by the time of the
 * last update. It is as cheap as such code can be, to the grids' favour.
 */
export class HostList {
  rows = [];
  #byId = new Map();

  /** Takes a whole list. Rows that did not change stay the same objects, those that did are written into. */
  whole(rows) {
    const changed = [];
    const added = [];
    const before = this.#byId;
    const byId = new Map();
    const kept = rows.map((row, index) => {
      const stood = this.rows[index];
      const known = stood?.id === row.id ? stood : before.get(row.id);
      byId.set(row.id, known ?? row);
      if (!known) added.push(row);
      else if (known.updatedAt !== row.updatedAt || known.status !== row.status)
        changed.push(Object.assign(known, row));
      return known ?? row;
    });
    const removed = kept.length - added.length === this.rows.length ? [] : this.rows.filter((row) => !byId.has(row.id));
    this.rows = kept;
    this.#byId = byId;
    return { changed, added, removed };
  }

  /** Takes what changed since. */
  delta({ changed: rows, removed: ids }) {
    const removed = ids.map((id) => this.#byId.get(id)).filter(Boolean);
    for (const { id } of removed) this.#byId.delete(id);
    const changed = [];
    const added = [];
    for (const row of rows) {
      const known = this.#byId.get(row.id);
      if (known) changed.push(Object.assign(known, row));
      else {
        added.push(row);
        this.#byId.set(row.id, row);
      }
    }
    if (removed.length > 0) this.rows = this.rows.filter((row) => !removed.includes(row));
    if (added.length > 0) this.rows = [...this.rows, ...added];
    return { changed, added, removed };
  }
}
