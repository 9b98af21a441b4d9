// The form, drawn by RJSF.

import Form from "@rjsf/core";
import {
  type ErrorTransformer,
  type IconButtonProps,
  type RJSFSchema,
  type TitleFieldProps,
} from "@rjsf/utils";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020";
import { useMemo, useState } from "react";
import schema from "schema/customer-2020-12-labels.json";
import uiSchema from "schema/ui-rjsf.json";

import { type Draft, EMPTY, followCountry } from "./draft";
import { reasonOf, sentence } from "./messages";
import { Page, show } from "./page";
import { toExtraErrors } from "./server-errors";
import { useSubmission } from "./submission";

const SCHEMA = schema as RJSFSchema;
const validator = customizeValidator<Draft>({ AjvClass: Ajv2020 });

/** One sentence for each value. */
const transformErrors: ErrorTransformer<Draft> = (errors) =>
  [...Map.groupBy(errors, ({ property }) => property).values()].flatMap((found) => {
    const reason = reasonOf(found.map(({ name, params }) => ({ keyword: name, params })));
    return reason && found[0] ? [{ ...found[0], message: sentence(reason) }] : [];
  });

/** Words on the buttons, where the theme has icons of a font. */
const button =
  (words: string) =>
  ({ id, onClick }: IconButtonProps) => (
    <button type="button" className="quiet" id={id} onClick={onClick}>
      {words}
    </button>
  );

const templates = {
  // "Document 1" instead of "Identity documents-1", and no asterisk where there is nothing to fill in.
  TitleFieldTemplate: ({ id, title }: TitleFieldProps) => (
    <legend id={id}>{title.replace(/^.*-(?=\d+$)/, "Document ")}</legend>
  ),
  ButtonTemplates: { AddButton: button("Add a document"), RemoveButton: button("Remove this document") },
};

function Rjsf() {
  const [draft, setDraft] = useState(EMPTY);
  const { failures, fail, notices, refused, send, stored } = useSubmission(draft);
  // The same object as long as it says the same.
  const extraErrors = useMemo(() => toExtraErrors(refused), [JSON.stringify(refused)]);
  const faulty = Object.keys(extraErrors).length > 0 || (failures > 0 && !validator.isValid(SCHEMA, draft, SCHEMA));

  return (
    <Page draft={draft} failures={failures} faulty={faulty} notices={notices} stored={stored}>
      <Form<Draft>
        schema={SCHEMA}
        uiSchema={uiSchema}
        validator={validator}
        formData={draft}
        extraErrors={extraErrors}
        transformErrors={transformErrors}
        templates={templates}
        // Else the first country and the first kind of document are chosen beforehand.
        experimental_defaultFormStateBehavior={{ constAsDefaults: "never" }}
        // Nobody is blamed for what he has not filled in yet.
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
