// Reads paths of HTML files as a JSON list from standard input, and writes what is wrong with the structured data of each by Google's
// rules as JSON: [{"file": …, "severity": "ERROR" or "WARNING", "message": …}].

import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const issues = [];
for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const found = new WebAutoExtractor({ addLocation: true }).parse(readFileSync(file, "utf8"));
  // The validator looks for a country in `jobLocation`, but not in each of a list: so each place is shown to it in turn.
  found.jsonld.JobPosting = (found.jsonld.JobPosting ?? []).flatMap((posting) =>
    [posting.jobLocation].flat().map((jobLocation) => ({ ...posting, jobLocation })),
  );
  // Without schema.org's vocabulary: schema-dts is checked for that, and is newer than any that a package holds.
  for (const issue of await new Validator().validate(found)) {
    issues.push({ file, severity: issue.severity, message: issue.issueMessage });
  }
}
console.log(JSON.stringify(issues));
