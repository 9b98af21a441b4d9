import { cases } from "./cases.mjs";
import { Rjsf } from "./form.mjs";

cases(Rjsf);
