/**
 * Runs in the page, ahead of a file of tests: has those with these titles told as skipped. One that is not there, or
 * is there twice, fails the file.
 *
 * @param {readonly string[]} titles
 */
export function skipTests(titles) {
  // By now all tests of the file are known, however their titles were made.
  before(function () {
    const tests = [];
    this.test.parent.eachTest((test) => tests.push(test));
    for (const title of titles) {
      const found = tests.filter((test) => test.title === title);
      if (found.length !== 1) throw new Error(`To leave out "${title}": ${found.length} tests have this title`);
      found[0].pending = true;
    }
  });
}
