// Draws the labelled draft-07 schema with its hints, in JSON Forms and in RJSF.
//
//     node forms.mjs EXPORTS

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { createAjv, isDateControl, isOneOfEnumControl, isVisible, Resolve, toDataPath } from "@jsonforms/core";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const Form = createRequire(import.meta.url)("@rjsf/core").default;

const [, , folder] = process.argv;
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const schema = read("customer-draft-07-labels.json");
const countries = schema.properties.PrimaryResidence.properties.Country.oneOf.map((country) => country.const);
const states = { US: 57, CA: 13 };

/** The names of a schema's leaves, as `Object.Property`; of a list, the list's. */
function leaves(object, prefix = "") {
  return Object.entries(object.properties).flatMap(([name, property]) =>
    property.properties ? leaves(property, `${prefix}${name}.`) : [prefix + name],
  );
}

function jsonForms() {
  const controls = [];
  const collect = (element) => {
    if (element.type === "Control") controls.push(element);
    for (const child of element.elements ?? []) collect(child);
  };
  collect(read("ui-jsonforms.json"));

  const drawn = new Set(controls.map((control) => toDataPath(control.scope)));
  assert.deepEqual([...drawn].sort(), leaves(schema).sort(), "every property has a control");
  for (const control of controls) {
    assert.ok(Resolve.schema(schema, control.scope, schema), `${control.scope} leads to a schema`);
  }

  const identities = controls.find((control) => control.scope.endsWith("/Identities"));
  const { items } = schema.properties.Identities;
  const details = identities.options.detail.elements;
  const scopes = details.map((control) => toDataPath(control.scope));
  assert.deepEqual(scopes, leaves(items), "every property of an identity has one");
  for (const control of details) {
    const name = toDataPath(control.scope);
    const tester = name.endsWith("Date") ? isDateControl : items.properties[name].oneOf ? isOneOfEnumControl : null;
    if (tester) assert.ok(tester(control, items, { rootSchema: schema }), `${name} is drawn as what it is`);
  }

  const ajv = createAjv();
  const ofState = controls.filter((control) => control.scope.endsWith("/State"));
  assert.equal(ofState.length, 3, "three controls of State");
  for (const Country of [undefined, ...countries]) {
    const visible = ofState.filter((control) => isVisible(control, { PrimaryResidence: { Country } }, "", ajv));
    assert.equal(visible.length, 1, `one control of State in ${Country}`);
    const shown = Resolve.schema(schema, visible[0].scope, schema);
    assert.equal(shown.oneOf?.length, states[Country], `the states of ${Country}`);
  }
  console.log(`JSON Forms: ${controls.length + details.length} controls, the right one of State in ${countries.length} countries`);
}

function rjsf() {
  const draw = (formData) =>
    renderToStaticMarkup(
      createElement(Form, {
        schema,
        uiSchema: read("ui-rjsf.json"),
        validator,
        formData,
        experimental_defaultFormStateBehavior: { constAsDefaults: "never" },
      }),
    );
  const options = (markup, id) => {
    const select = markup.match(new RegExp(`<select id="${id}".*?</select>`))?.[0];
    return select?.match(/<option value="\d/g).length;
  };

  const empty = draw({});
  assert.equal(options(empty, "root_PrimaryResidence_Country"), countries.length, "a list of the countries");
  assert.ok(!/<option[^>]*selected=""[^>]*>[^<]/.test(empty), "nothing is chosen beforehand");
  assert.match(empty, /<input id="root_DateOfBirth"[^>]*type="date"/, "a date is picked");
  assert.ok(empty.indexOf("root_PrimaryResidence_Country") < empty.indexOf("root_PrimaryResidence_State"), "Country first");
  for (const Country of countries) {
    const markup = draw({ PrimaryResidence: { Country } });
    assert.equal(options(markup, "root_PrimaryResidence_State"), states[Country], `the states of ${Country}`);
    assert.equal(/<input id="root_PrimaryResidence_State"/.test(markup), !states[Country], `a text of State in ${Country}`);
  }
  console.log(`RJSF: the right control of State in ${countries.length} countries`);
}

jsonForms();
rjsf();
