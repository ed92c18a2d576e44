import type { TestApp } from "./test-app.ts";

/** What a route module's loader and action are called with. */
interface RouteArguments {
  readonly request: Request;
  readonly params: Record<string, string>;
  readonly context: { readonly app: TestApp["app"] };
}

export interface AdminCall {
  readonly params?: Record<string, string>;
  /** A submitted form; without one it is a GET. A list repeats the name. */
  readonly form?: Record<string, string | readonly string[]>;
  /** The shop whose member of staff asks; the test app's first one if absent. */
  readonly shop?: string;
  /** The member of staff, as Shopify numbers them. */
  readonly staff?: string;
}

/** Arguments of a request from inside Shopify admin, signed as App Bridge signs it. */
export async function adminCall(test: TestApp, path: string, call: AdminCall = {}): Promise<RouteArguments> {
  const claims = call.staff ? { userId: call.staff } : {};
  const token = await test.standIn.sessionToken(call.shop, claims);
  const headers = { authorization: `Bearer ${token}` };
  const init: RequestInit = call.form ? { method: "POST", headers, body: formOf(call.form) } : { headers };
  return { request: new Request(`https://amends.test${path}`, init), params: call.params ?? {}, context: { app: test.app } };
}

function formOf(fields: NonNullable<AdminCall["form"]>): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs);
}

/** The JSON that a loader or an action answered with, whether it returned a Response or a plain value. */
export async function bodyOf<T>(answer: Promise<T>): Promise<T extends Response ? unknown : T> {
  const value: unknown = await answer;
  return (value instanceof Response ? await value.json() : value) as T extends Response ? unknown : T;
}

/** The status that a loader or an action answered with or threw. */
export async function statusOf(answer: Promise<unknown>): Promise<number> {
  const value = await answer.catch((thrown: unknown) => thrown);
  if (value instanceof Response) return value.status;
  if (value instanceof Error) throw value;
  return 200;
}
