// What the browsers of government desktops do not know yet (docs/decisions/0024), found in what was built: the build
// lowers syntax, but it adds no function that is missing, and no rule of a style.

/** Functions that came later, by the version of Chrome; union, intersection and difference are names of too much else. */
const METHODS = {
  ...{ at: 92, findLast: 97, findLastIndex: 97, with: 110, toSorted: 110, toReversed: 110 },
  ...{ toSpliced: 110, hasOwn: 93, groupBy: 117, fromAsync: 121, withResolvers: 119 },
  ...{ isWellFormed: 111, toWellFormed: 111, isSubsetOf: 122, isSupersetOf: 122 },
  ...{ isDisjointFrom: 122, symmetricDifference: 122, getOrInsert: 145, getOrInsertComputed: 145 },
  ...{ randomUUID: 92, throwIfAborted: 100, canParse: 120 },
  ...{ supportedValuesOf: 99, checkVisibility: 105, showPicker: 99, startViewTransition: 111 },
  ...{ showPopover: 114, hidePopover: 114, togglePopover: 114, postTask: 94, setHTML: 146 },
  ...{ getHTML: 125, roundRect: 99, createConicGradient: 99, moveBefore: 133 },
};
const GLOBALS = { structuredClone: 98, reportError: 95, navigation: 102, scheduler: 94 };
const IN_SCRIPTS = [
  ...Object.entries(METHODS).map(([name, since]) => [
    new RegExp(`\\.${name}\\(`, 'g'),
    name,
    since,
  ]),
  ...Object.entries(GLOBALS).map(([name, since]) => [
    new RegExp(
      `(?<![\\w$.]|(function|var|let|const) )${name}[.(]|(window|self|globalThis)\\.${name}\\b`,
      'g',
    ),
    name,
    since,
  ]),
  [/\bAbortSignal\.(timeout|any)\(/g, 'AbortSignal.timeout、any', 103],
  [/\bPromise\.try\(/g, 'Promise.try', 128],
  [/\bRegExp\.escape\(/g, 'RegExp.escape', 136],
  [/\bIterator\.from\(|\bnew Iterator\b/g, 'Iterator', 122],
];

/** Rules of styles that came later; antd writes its own within scripts. */
const IN_STYLES = [
  [/:has\(/g, ':has', 105],
  [/@container\b|\bcontainer-(type|name):/g, '@container', 105],
  [/@layer [\w.]/g, '@layer', 99],
  [/@scope\b|@starting-style\b/g, '@scope', 118],
  [/\d[dsl]v[hw]\b/g, 'dvh', 108],
  [/color-mix\(/g, 'color-mix', 111],
  [/\bokl(ch|ab)\(|[^-\w]l(ch|ab)\(/g, 'oklch', 111],
  [/light-dark\(/g, 'light-dark', 123],
  [/:user-(in)?valid\b/g, ':user-invalid', 119],
  [/\bsubgrid\b/g, 'subgrid', 117],
  [/\bfield-sizing:/g, 'field-sizing', 123],
];
/** What is no rule in a script, where names of properties may be those of charts. */
const IN_STYLE_FILES = [
  ...IN_STYLES,
  [/@media[^{]*[<>]/g, '@media (width < …)', 104],
  [/[{;](translate|rotate|scale):/g, 'translate、rotate、scale', 104],
  [/[{;}]\s*&/g, '嵌套', 120],
];

/** What is there and does no harm, each with its reason. */
const HARMLESS = [
  // React asks whether there is a navigation before it follows it.
  /function e\(e\)\{e\.canIntercept&&.{0,700}?if\(typeof navigation==.object.\).{0,500}?\}\}\}/gs,
  // React, for transitions between views, which nobody here draws; and it tries first.
  /try\{var [\w$]+=[\w$]+\.startViewTransition\(/g,
  // style.css gives the focus another sign where :has is not known.
  /@supports not selector\(:has\(\*\)\)/g,
  /:has\([^()]*:focus-visible\)/g,
  // antd: margins of lists in forms and corners of what stands close; nothing is lost without.
  /:has\(…-select\)|:has\(> …-switch:only-child, > …-rate:only-child\)|:has\(…-drop-indicator\)/g,
  /:has\(> …, > … > …\)|:has\(\+ …\)|:has\(~ …-unique-container\)/g,
  // antd: the line between two buttons that stand close; without it they share one of their own.
  /compact-connect-border-color`\)\]:`color-mix\(/g,
];

/** What a built file needs that Chrome 90 does not have, one sentence each. */
export function tooNew(fileName, text) {
  const isStyle = fileName.endsWith('.css');
  const known = HARMLESS.reduce(
    (rest, harmless) => rest.replace(harmless, ''),
    // Names that the minifier gives change with every build.
    isStyle ? text : text.replace(/\$\{[^{}]*\}/g, '…'),
  );
  const wanted = isStyle ? IN_STYLE_FILES : [...IN_SCRIPTS, ...IN_STYLES];
  return wanted.flatMap(([pattern, name, since]) =>
    [...known.matchAll(pattern)].map(
      ({ index }) =>
        `${fileName} 用了 ${name}（Chrome ${since} 才有）：${known.slice(Math.max(0, index - 40), index + 40)}`,
    ),
  );
}
