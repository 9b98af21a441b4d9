import { cases } from "./cases.mjs";
import { JsonForms } from "./form.mjs";

cases(JsonForms);
