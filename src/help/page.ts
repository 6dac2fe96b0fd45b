import type { ErrorHelp, ExampleHelp, FunctionHelp, ParameterHelp } from "./readFunctions";

/** The namespace of the functions in formulas. */
const NAMESPACE = "KAM";

/** What every function refuses, said once for all. */
const ERRORS_OF_ALL: readonly ErrorHelp[] = [
  {
    code: "#VALUE!",
    text: "A cell holds text, or a number stored as text, where a number is needed. The message names its row and column: correct that cell.",
  },
  { code: "#VALUE!", text: "Two ranges do not have the same number of rows, or a range is empty. The message says how many were received." },
];

/** Address of a function's page inside the folder of the help pages. */
export function pageName(id: string): string {
  return `${id.toLowerCase()}.html`;
}

/** The page of one function. */
export function functionPage(help: FunctionHelp): string {
  const call = `${NAMESPACE}.${help.id}(${signature(help.parameters)})`;
  return document(
    `${NAMESPACE}.${help.id}`,
    `<p class="up"><a href="index.html">All KAM functions</a></p>
<h1>${NAMESPACE}.${breakable(escaped(help.id))}</h1>
<p class="lead">${escaped(help.description)}</p>
<pre class="call"><code>=${escaped(call)}</code></pre>
${section("Arguments", `<dl>${help.parameters.map(parameter).join("")}</dl>`)}
${section("Result", paragraph(help.returns))}
${section("How it works", help.remarks.map(paragraph).join(""))}
${section("Example", help.examples.map(example).join(""), help.examples.length > 1 ? "Examples" : undefined)}
${section("Errors and what to do", errors(help.errors))}
${section("Without the add-in", twin(help.twin))}
${section("Source of the method", help.sources.map(paragraph).join(""))}`,
  );
}

/** The list of all functions. */
export function indexPage(functions: readonly FunctionHelp[]): string {
  const items = functions.map(
    ({ id, description, twin: native }) =>
      `<li><a href="${escaped(pageName(id))}">${NAMESPACE}.${breakable(escaped(id))}</a>${"none" in native ? "" : " <small>has a native formula</small>"}<br>${escaped(description)}</li>`,
  );
  return document(
    "KAM functions",
    `<h1>KAM functions</h1>
<p class="lead">Key account management in Excel formulas. Every function answers all accounts in one call and spills one row per account.</p>
<ul class="list">${items.join("\n")}</ul>
<h2>Rules for all of them</h2>
<p>A blank cell means missing, never zero. TRUE and FALSE count as 1 and 0. A single value stands for a column of equal values.</p>
<p>Text where a number is needed is refused, with its place. Numbers stored as text are refused too: convert them first.</p>
<p>Where it says so, Share copy writes a native formula that gives the same in any Excel from 2016 on, without the add-in; the others keep their results.</p>
<p><code>#VALUE!</code> means that an argument is wrong, <code>#N/A</code> that there is no answer. Hover over the cell to read why. An error stays in the row of its account.</p>`,
  );
}

function signature(parameters: readonly ParameterHelp[]): string {
  return parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
}

function parameter({ name, description, optional, words }: ParameterHelp): string {
  const list = words.map(({ word, meaning }) => `<li><code>${escaped(word)}</code> ${escaped(meaning)}</li>`).join("");
  return `<dt><code>${escaped(name)}</code>${optional ? " <small>optional</small>" : ""}</dt>
<dd>${escaped(description)}${list === "" ? "" : `<ul>${list}</ul>`}</dd>`;
}

function example({ formula, result, note }: ExampleHelp): string {
  return `<pre><code>${escaped(formula)}</code></pre>
<p class="result"><span>gives</span> <code>${escaped(result)}</code></p>${paragraph(note)}`;
}

function twin(help: FunctionHelp["twin"]): string {
  if ("none" in help) return paragraph(`Share copy keeps the results only: ${help.none}.`);
  return `${paragraph("Share copy writes a formula of Excel's own functions that gives the same. For")}
<pre><code>${escaped(help.call)}</code></pre>${paragraph("it is")}
<pre><code>${escaped(help.formula)}</code></pre>${paragraph(help.note)}`;
}

function errors(list: readonly ErrorHelp[]): string {
  const items = [...list, ...ERRORS_OF_ALL].map(({ code, text }) => `<dt><code>${code}</code></dt><dd>${escaped(text)}</dd>`);
  return `<dl>${items.join("")}</dl>`;
}

function section(title: string, contents: string, heading = title): string {
  return contents === "" || contents === "<dl></dl>" ? "" : `<h2>${escaped(heading)}</h2>${contents}`;
}

function paragraph(text: string): string {
  return text === "" ? "" : `<p>${linked(escaped(text))}</p>`;
}

/** Addresses become links; the text is escaped already. */
function linked(text: string): string {
  return text.replace(/https:\/\/[^\s<>"]*[^\s<>".,;)]/g, (address) => `<a href="${address}">${address}</a>`);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Long names may break after a dot in a narrow pane. */
function breakable(name: string): string {
  return name.replaceAll(".", ".<wbr>");
}

const STYLE = `
:root { color-scheme: light dark; --text: #242424; --soft: #5c5c5c; --back: #fff; --raised: #f5f5f5; --line: #d6d6d6; --link: #0f5c8c; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --soft: #adadad; --back: #1f1f1f; --raised: #2b2b2b; --line: #474747; --link: #8ac8f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 44rem; color: var(--text); background: var(--back); font: 1rem/1.55 "Segoe UI", system-ui, sans-serif; }
h1 { margin: .25rem 0; font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: 1.1rem; }
p { margin: .5rem 0; }
.lead { font-size: 1.1rem; }
.up { margin: 0; font-size: .9rem; }
a { color: var(--link); }
code { font: .92em/1.5 Consolas, "Cascadia Mono", ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: .75rem 0; padding: .65rem .8rem; background: var(--raised); border-left: 3px solid var(--link); white-space: pre-wrap; }
.result span, small { color: var(--soft); font-size: .85rem; }
dl { margin: 0; }
dt { margin-top: .75rem; font-weight: 600; }
dd { margin: .15rem 0 0; }
dd ul { margin: .25rem 0; padding-left: 1.1rem; }
.list { padding: 0; list-style: none; }
.list li { margin: .75rem 0; }
`;

function document(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.replace(/\n{2,}/g, "\n")}
</main>
</body>
</html>
`;
}
