// The types of openapi-typescript beyond the body: the operation and its errors.

import type { Customer, ErrorBody, operations, UsState } from "../generated/openapi-typescript/customer";

type PutCustomer = operations["putCustomer"];

export const body: PutCustomer["requestBody"]["content"]["application/json"] extends Customer ? true : false = true;
export const path: PutCustomer["parameters"]["path"] = { CustomerID: "c-1815" };
export const headers: PutCustomer["parameters"]["header"] = { "Api-Signature": "eyJhbGciOiJFUzI1NiJ9.e30.c2ln" };
export const unsigned: PutCustomer["parameters"]["header"] = {};
export const error: ErrorBody = { Type: "InvalidMessage", Extensions: { Request: { DateOfBirth: ["is required"] } } };
export const reasons: string[] | undefined = error.Extensions?.Request?.["DateOfBirth"];
export const state: UsState = "CA";

// @ts-expect-error no kind of error
export const unknownType: ErrorBody = { Type: "Invalid" };
// @ts-expect-error Ontario is in Canada
export const unknownState: UsState = "ON";
// @ts-expect-error there are 201, 204, 400, 401 and 500
export type Unknown = PutCustomer["responses"][404];
