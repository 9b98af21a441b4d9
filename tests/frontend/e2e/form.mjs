// A form as a person finds it: by labels, and by what can be seen.

import { field, idOf, paths } from "./schema.mjs";

class Form {
  constructor(page) {
    this.page = page;
  }

  async open(address) {
    await this.page.goto(`${address}/${this.constructor.file}`);
    await this.page.getByRole("button", { name: "Submit" }).waitFor();
  }

  /** The control of a field. Its label names it. */
  control(path) {
    const { title, index } = field(path);
    return this.page.getByLabel(new RegExp(`^${title}\\s*\\*?$`)).nth(index);
  }

  async fill(path, text) {
    await this.control(path).fill(text);
    await this.control(path).press("Tab");
  }

  /** What a control holds; of a checkbox, whether it is checked. */
  async value(path) {
    const control = this.control(path);
    if ((await control.getAttribute("type")) !== "checkbox") return control.inputValue();
    return (await control.isChecked()) ? "true" : "";
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

  /** The texts that a control is described by, as far as they match a selector. */
  async descriptions(path, selector = "*") {
    return this.described(path).evaluate((control, selector) => {
      const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
      const texts = ids.map((id) => document.getElementById(id)).filter((text) => text?.matches(selector));
      return texts.map((text) => text.innerText).filter((text) => text !== "");
    }, selector);
  }

  /** The message that a control is described by. */
  async message(path) {
    return (await this.descriptions(path, this.constructor.reasons)).join(" ");
  }

  /** The links of the summary: ids of fields, and what is said of them. */
  async summary() {
    const links = await this.page.locator(".invalid-places a").all();
    const entry = async (link) => [(await link.getAttribute("href")).slice(1), await link.innerText()];
    return Promise.all(links.map(entry));
  }

  /** The paths of the fields that are marked as invalid. */
  async invalid() {
    const identities = await this.page.getByRole("button", { name: "Remove this document" }).count();
    const marked = await this.page.evaluate(() =>
      [...document.querySelectorAll('[aria-invalid="true"]')].map((control) => control.closest('[id^="customer."]')?.id),
    );
    return paths(identities).filter((path) => marked.includes(idOf(path)));
  }

  /** The purpose of a field, as browsers fill it in. */
  async autocomplete(path) {
    return this.control(path).getAttribute("autocomplete");
  }

  async isRequired(path) {
    return this.control(path).evaluate((control) => control.required || control.getAttribute("aria-required") === "true");
  }

  /** Presses the tabulator until a control has the focus. */
  async tabTo(control) {
    for (let presses = 0; presses < 100; presses += 1) {
      if (await control.evaluate((control) => control === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${control} is not reached by the keyboard`);
  }

  /** Chooses from a list by its name. */
  async typeChoice(path, name) {
    await this.tabTo(this.control(path));
    await this.page.keyboard.type(name);
  }

  /** Types a date in the order of its parts. */
  async typeDate(path, [year, month, day]) {
    await this.tabTo(this.control(path));
    await this.page.keyboard.type(day + month + year);
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
    const all = await this.page.locator(this.constructor.reasons).allInnerTexts();
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

  /** The notices of the page. */
  async notices() {
    return this.page.locator('[role="alert"] p, [role="status"] p').allInnerTexts();
  }

  /** The JSON that the button shows. */
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
  static reasons = ".error-detail";
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

/** Plain HTML controls, as RJSF has them. */
export class Vue extends Rjsf {
  static file = "vue.html";
  static reasons = ".message";
}

export class JsonForms extends Form {
  static file = "jsonforms.html";
  static reasons = ".MuiFormHelperText-root.Mui-error";
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

  async typeChoice(path, name) {
    await super.typeChoice(path, name);
    await this.page.keyboard.press("Enter");
  }

  async typeDate(path, parts) {
    await this.tabTo(this.described(path).getByRole("spinbutton", { name: "Year" }));
    await this.page.keyboard.type(parts.join(""));
  }

  /** A date has a hidden input, which browsers fill in. */
  async autocomplete(path) {
    return this.page.locator(`[id="${idOf(path)}"] input`).getAttribute("autocomplete");
  }

  async isRequired(path) {
    if (!field(path).isDate) return super.isRequired(path);
    const parts = await this.described(path).getByRole("spinbutton").all();
    const marks = await Promise.all(parts.map((part) => part.getAttribute("aria-required")));
    return marks.every((mark) => mark === "true");
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
