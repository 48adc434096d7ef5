/**
 * What Prototype.js 1.7 does to lists, as its documentation and its source say, in words of our own: no registry has a
 * copy of it for browsers. `Array.from` takes one argument and no iterable, and each list has its methods, enumerable,
 * among them an `entries` that gives no iterator of pairs.
 */
export const PROTOTYPE_JS = `(() => {
  Array.from = (given) => {
    if (!given) return [];
    if ("toArray" in Object(given)) return given.toArray();
    return Array.prototype.slice.call({ ...given, length: given.length || 0 });
  };
  const each = (list, visit) => { for (let place = 0; place < list.length; place++) visit(list[place], place); };
  const select = function (is, context) {
    const found = [];
    each(this, (value, place) => { if (is.call(context, value, place)) found.push(value); });
    return found;
  };
  const collect = function (make = (value) => value, context) {
    const made = [];
    each(this, (value, place) => made.push(make.call(context, value, place)));
    return made;
  };
  const detect = function (is, context) { return select.call(this, is, context)[0]; };
  const toArray = function () { return this.slice(); };
  const methods = {
    each(visit, context) { each(this, visit.bind(context)); return this; },
    collect, map: collect, select, filter: select, findAll: select, detect, find: detect,
    toArray, entries: toArray, clone: toArray,
    size() { return this.length; }, first() { return this[0]; }, last() { return this[this.length - 1]; },
    include(value) { return this.indexOf(value) >= 0; }, member(value) { return this.indexOf(value) >= 0; },
  };
  for (const name in methods) Array.prototype[name] = methods[name];
  String.prototype.toArray = function () { return this.split(""); };
})();`;
