// Reads a calendar with ical.js, strictly, decodes every value, and prints them as JSON: [component, property, values].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/`));
const { default: ICAL } = await import(pathToFileURL(require.resolve("ical.js")));
ICAL.design.strict = true;

const found = [];
const walk = (component) => {
  found.push([component.name, null, []]);
  for (const property of component.getAllProperties())
    found.push([component.name, property.name, property.getValues().map((value) => `${value}`)]);
  component.getAllSubcomponents().forEach(walk);
};
walk(new ICAL.Component(ICAL.parse(readFileSync(file, "utf8"))));
console.log(JSON.stringify(found));
