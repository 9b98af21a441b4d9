// A list whose items stand open, one below the other: the panels of JSON Forms are closed when they are
// added, and then hide what is wrong within.

import {
  type ArrayLayoutProps,
  type ControlElement,
  createDefaultValue,
  isObjectArrayControl,
  rankWith,
} from "@jsonforms/core";
import { JsonFormsDispatch, withJsonFormsArrayLayoutProps } from "@jsonforms/react";
import { Button, Card, CardActions, CardContent, CardHeader } from "@mui/material";

import { ITEM } from "./fields";

function OpenList({ addItem, data, description, label, path, removeItems, rootSchema, schema, uischema }: ArrayLayoutProps) {
  const detail = (uischema as ControlElement).options?.["detail"];
  return (
    <section aria-label={label}>
      <CardHeader sx={{ px: 0 }} title={label} subheader={description} />
      {Array.from({ length: data }, (_, index) => (
        <Card key={index} component="fieldset">
          <legend>{`${ITEM} ${index + 1}`}</legend>
          <CardContent>
            <JsonFormsDispatch schema={schema} uischema={detail} path={`${path}.${index}`} />
          </CardContent>
          <CardActions>
            <Button onClick={() => removeItems?.(path, [index])()}>Remove this document</Button>
          </CardActions>
        </Card>
      ))}
      <Button onClick={addItem(path, createDefaultValue(schema, rootSchema))}>Add a document</Button>
    </section>
  );
}

export const openList = {
  tester: rankWith(5, isObjectArrayControl),
  renderer: withJsonFormsArrayLayoutProps(OpenList),
};
