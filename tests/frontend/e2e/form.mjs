// A form as a person finds it: by labels, and by what can be seen.

import { field, paths } from "./schema.mjs";

class Form {
  constructor(page) {
    this.page = page;
  }

  async open(address) {
    await this.page.goto(`${address}/${this.constructor.file}`);
    await this.page.getByRole("button", { name: "Submit" }).waitFor();
  }

  /** The control of a field. There is one, and its label says so. */
  control(path) {
    const { title, index } = field(path);
    return this.page.getByLabel(new RegExp(`^${title}\\s*\\*?$`)).nth(index);
  }

  async fill(path, text) {
    await this.control(path).fill(text);
    await this.control(path).press("Tab");
  }

  async value(path) {
    return this.control(path).inputValue();
  }

  async fillAll(values) {
    for (const [path, value] of Object.entries(values)) {
      if (value.startsWith("→ ")) await this.choose(path, value.slice(2));
      else if (field(path).isDate) await this.pick(path, value);
      else await this.fill(path, value);
    }
  }

  async addIdentity() {
    await this.page.getByRole("button", { name: "Add a document" }).click();
  }

  async removeIdentity(index) {
    await this.page.getByRole("button", { name: "Remove this document" }).nth(index).click();
  }

  /** The message that a control is described by, to all who look and to those who listen. */
  async message(path) {
    const texts = await this.described(path).evaluate((control, faults) => {
      const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
      return ids.map((id) => document.getElementById(id)).filter((text) => text?.matches(faults)).map((text) => text.innerText);
    }, this.constructor.faults);
    return texts.join(" ");
  }

  described(path) {
    return this.control(path);
  }

  /** All messages, by path, and how many there are that belong to no field. */
  async messages() {
    const identities = await this.page.getByRole("button", { name: "Remove this document" }).count();
    const found = {};
    for (const path of paths(identities)) {
      const message = await this.message(path);
      if (message) found[path] = message;
    }
    const all = await this.page.locator(this.constructor.faults).allInnerTexts();
    const shown = all.filter((text) => text !== "").length;
    const elsewhere = shown - Object.keys(found).length;
    return elsewhere === 0 ? found : { ...found, elsewhere };
  }

  /** Until the form has taken over what was typed: a timer of the page itself comes after those that run already. */
  async settle() {
    await this.page.evaluate((pause) => new Promise((over) => setTimeout(over, pause)), this.constructor.pause);
  }

  async submit() {
    await this.settle();
    await this.page.getByRole("button", { name: "Submit" }).press("Enter");
  }

  /** What the page says as a whole. */
  async notices() {
    return this.page.locator('[role="alert"] p, [role="status"] p').allInnerTexts();
  }

  /** What the button shows. */
  async json() {
    await this.settle();
    const shown = this.page.getByLabel("JSON", { exact: true });
    // Messages that come up move the button away under the pointer: then one clicks again.
    for (let tries = 0; tries < 5 && !(await shown.count()); tries += 1) {
      await this.page.getByRole("button", { name: "Show JSON" }).click();
      await this.settle();
    }
    return JSON.parse(await shown.innerText());
  }
}

export class Rjsf extends Form {
  static file = "rjsf.html";
  static faults = ".error-detail";
  static pause = 50;
  /** The browser's own date picker does. */
  static takesLongYears = true;

  async choose(path, name) {
    await this.control(path).selectOption({ label: name });
  }

  /** The names in a list; none where it is a text. */
  async names(path) {
    const names = await this.control(path).locator("option").allInnerTexts();
    return names.filter((name) => name !== "");
  }

  async pick(path, date) {
    await this.control(path).fill(date);
  }
}

export class JsonForms extends Form {
  static file = "jsonforms.html";
  static faults = ".MuiFormHelperText-root.Mui-error";
  // It hands on what is typed 300 ms later.
  static pause = 350;

  /** A list is a text that one types into and then chooses. */
  async choose(path, name) {
    await this.control(path).fill(name);
    await this.page.getByRole("option", { name, exact: true }).click();
  }

  async names(path) {
    if (!(await this.control(path).and(this.page.getByRole("combobox")).count())) return [];
    await this.control(path).click();
    const names = await this.page.getByRole("option").allInnerTexts();
    await this.control(path).press("Escape");
    return names;
  }

  /** The year, the month and the day are typed one after the other. */
  async pick(path, date) {
    const { keyboard } = this.page;
    await this.described(path).getByRole("spinbutton", { name: "Year" }).click();
    await keyboard.press("Control+a");
    if (date === "") await keyboard.press("Backspace");
    else await keyboard.type(date.replaceAll("-", ""));
    await keyboard.press("Tab");
  }

  /** A date is a group of three. */
  described(path) {
    const { title, isDate, index } = field(path);
    return isDate ? this.page.getByRole("group", { name: title }).nth(index) : this.control(path);
  }

  async value(path) {
    if (!field(path).isDate) return super.value(path);
    const text = await this.described(path).innerText();
    return /\d/.test(text) ? text.replace(/[^\d-]/g, "") : "";
  }
}
