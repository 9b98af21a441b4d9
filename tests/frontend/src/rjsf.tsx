// The form, drawn by RJSF.

import Form, { getDefaultRegistry } from "@rjsf/core";
import {
  ariaDescribedByIds,
  type BaseInputTemplateProps,
  type ErrorTransformer,
  type IconButtonProps,
  type RJSFSchema,
  type TitleFieldProps,
  type WidgetProps,
} from "@rjsf/utils";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020, { type ErrorObject } from "ajv/dist/2020";
import { useMemo, useState } from "react";
import schema from "schema/customer-2020-12-labels.json";
import uiSchema from "schema/ui-rjsf.json";

import { type Draft, EMPTY, followCountry } from "./draft";
import { ITEM } from "./fields";
import { invalidPlacesIn, message, reasonOf } from "./messages";
import { Page, show } from "./react-page";
import { toExtraErrors } from "./server-errors";
import { useSubmission } from "./use-submission";

const SCHEMA = schema as RJSFSchema;
const validator = customizeValidator<Draft>({ AjvClass: Ajv2020 });

/** One sentence for each value. */
const transformErrors: ErrorTransformer<Draft> = (errors) =>
  [...Map.groupBy(errors, ({ property }) => property).values()].flatMap((found) => {
    const reason = reasonOf(found.map(({ name, params }) => ({ keyword: name, params })));
    return reason && found[0] ? [{ ...found[0], message: message(reason) }] : [];
  });

function invalidPlacesOf(draft: Draft) {
  const { errors = [] } = validator.rawValidation<ErrorObject>(SCHEMA, draft);
  return invalidPlacesIn(errors, schema, draft);
}

/** Buttons with words. The theme has icons of a font. */
const button =
  (words: string) =>
  ({ id, onClick }: IconButtonProps) => (
    <button type="button" className="quiet" id={id} onClick={onClick}>
      {words}
    </button>
  );

const { BaseInputTemplate } = getDefaultRegistry().templates;

const templates = {
  // The theme does not mark invalid inputs.
  BaseInputTemplate: (props: BaseInputTemplateProps) => (
    <BaseInputTemplate {...props} aria-invalid={isInvalid(props.rawErrors)} />
  ),
  // "Document 1" instead of "Identity documents-1". No asterisk, since a title has no input.
  TitleFieldTemplate: ({ id, title }: TitleFieldProps) => (
    <legend id={id}>{title.replace(/^.*-(?=\d+$)/, `${ITEM} `)}</legend>
  ),
  ButtonTemplates: { AddButton: button("Add a document"), RemoveButton: button("Remove this document") },
};

const widgets = {
  // The select of the theme has neither `aria-invalid` nor `autocomplete`.
  SelectWidget: ({ id, htmlName, onChange, options, rawErrors, required, value }: WidgetProps) => (
    <select
      id={id}
      name={htmlName ?? id}
      required={required ?? false}
      autoComplete={options["autocomplete"] as string | undefined}
      aria-invalid={isInvalid(rawErrors)}
      aria-describedby={ariaDescribedByIds(id)}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? options.emptyValue : target.value)}
    >
      <option value="" />
      {options.enumOptions?.map(({ label, value }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  ),
};

function isInvalid(errors: string[] = []) {
  return errors.length > 0;
}

function Rjsf() {
  const [draft, setDraft] = useState(EMPTY);
  const { failures, fail, notices, refused, send, stored } = useSubmission(draft, schema);
  // The same object as long as it has the same content.
  const extraErrors = useMemo(() => toExtraErrors(refused), [JSON.stringify(refused)]);
  const invalidPlaces = failures > 0 ? [...invalidPlacesOf(draft), ...refused] : [];

  return (
    <Page draft={draft} failures={failures} invalidPlaces={invalidPlaces} notices={notices} stored={stored}>
      <Form<Draft>
        // Ids as `idOf` has them.
        idPrefix="customer"
        idSeparator="."
        schema={SCHEMA}
        uiSchema={uiSchema}
        validator={validator}
        formData={draft}
        extraErrors={extraErrors}
        transformErrors={transformErrors}
        templates={templates}
        widgets={widgets}
        // Otherwise the first country and the first kind of document are preselected.
        experimental_defaultFormStateBehavior={{ constAsDefaults: "never" }}
        // No messages before the first attempt.
        liveValidate={failures > 0 ? "onChange" : false}
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData = EMPTY }) => setDraft(followCountry(draft, formData))}
        onError={fail}
        onSubmit={({ formData = EMPTY }) => void send(formData)}
      />
    </Page>
  );
}

show(<Rjsf />);
