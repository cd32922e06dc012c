// Report prints what was checked and what failed, and counts.
export class Report {
  #check = "";
  #pages = 0;
  #failures = 0;
  #started = 0;

  start(check) {
    this.#check = check;
    this.#started = Date.now();
    console.log(`-- ${check}`);
  }

  // page ends the check of one page (or file): the failures are an array of
  // { rule, message, at? }.
  page(name, failures = [], note = "") {
    this.#pages++;
    for (const { rule, message, at } of failures) {
      this.#failures++;
      const where = at ? `${name}:${at}` : name;
      console.log(`FAIL ${this.#check} ${where} ${rule}: ${String(message).replace(/\s+/g, " ")}`);
    }
    if (failures.length === 0) console.log(`ok   ${this.#check} ${name}${note && " " + note}`);
  }

  end() {
    console.log(`-- ${this.#pages} pages checked, ${this.#failures} failures`);
    // A run that looked at nothing proves nothing.
    return this.#failures > 0 || this.#pages === 0 ? 1 : 0;
  }
}
