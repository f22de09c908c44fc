/**
 * What an object itself has under a name. Fields may have any name, and every object has something under
 * `constructor`, which isn't meant.
 */
export function getOwn<Value>(object: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}
