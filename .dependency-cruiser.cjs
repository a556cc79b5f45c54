/** The floors of the house (docs/ARCHITECTURE.md). Each rule says in one sentence why it stands. */
const engines = '(keywords|rules|classifier|resolution|scoring|routing)';
const useCases = '(intake|assessment|editions|alerting|cases|bulletins|access|tips)';
const sides = '(settings|store|feed|mail|webhook|embedded|files|samples|papers|identity|metrics)';
const test = '(\\.spec\\.ts$|/testing/|^test/)';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const noneButTests = (path) => ({ path, pathNot: test });
const ownedBy = (lib, modules) =>
  rule(
    `only-${lib}-knows-${modules.replace(/[^a-z]+/gi, '-')}`,
    `Only libs/${lib} may know ${modules}: everything else speaks through a port.`,
    { path: '^(apps|libs)', pathNot: [`^libs/${lib}/`, test] },
    { path: `^node_modules/${modules}` },
  );

module.exports = {
  forbidden: [
    rule(
      'no-circles',
      'A circle has no bottom, so nobody can read it from there.',
      {},
      { circular: true },
    ),
    rule(
      'kit-is-ground',
      'kit is the ground floor and imports nothing of ours.',
      noneButTests('^libs/kit'),
      { path: '^(apps|libs/(?!kit))' },
    ),
    rule('domain-on-kit', 'The nouns stand on kit alone.', noneButTests('^libs/domain'), {
      path: '^(apps|libs/(?!kit|domain))',
    }),
    rule(
      'engines-alone',
      'Engines share nouns, never one another: each can be tested and replaced by itself.',
      noneButTests(`^libs/${engines}/`),
      { path: '^(apps|libs)/', pathNot: '^libs/(kit|domain|$1)/' },
    ),
    rule(
      'use-cases-on-engines',
      'Use cases stand on engines, never on hands or on each other; they own ports instead.',
      noneButTests(`^libs/${useCases}/`),
      { path: '^(apps|libs)/', pathNot: `^libs/(kit|domain|$1|${engines.slice(1, -1)})/` },
    ),
    rule(
      'sides-on-ports',
      'A hand implements ports; it knows use cases, nouns and kit, but no other hand.',
      noneButTests(`^libs/${sides}/`),
      { path: `^(apps|libs/(assembly|${sides.slice(1, -1)}))/`, pathNot: '^libs/$1/' },
    ),
    rule(
      'libs-below-apps',
      'An app ties knots; nothing may hang on a knot.',
      { path: '^libs' },
      { path: '^apps' },
    ),
    rule(
      'console-is-a-leaf',
      'The workbench runs in browsers: what it knows of the house comes over HTTP, and no code of servers goes along.',
      noneButTests('^apps/console/'),
      {
        path: '^(apps/(?!console)|libs)|^node_modules/(@nestjs|typeorm|pg|express)/|^node:|^(fs|http|path|crypto|child_process)$',
      },
    ),
    rule(
      'nobody-on-the-console',
      'The house stands without its workbench.',
      { path: '^(apps/(?!console)|libs)/', pathNot: test },
      { path: '^apps/console/' },
    ),
    rule(
      'only-console-draws',
      'React, antd and what builds them are tools of the workbench: servers draw without.',
      { path: '^(apps/(?!console)|libs)/' },
      { path: '^node_modules/(react|react-dom|antd|@ant-design|vite)/' },
    ),
    rule(
      'front-door-only',
      'What is not in index.ts is not promised.',
      { path: '^(apps|libs)/([^/]+)/', pathNot: test },
      { path: '^libs/([^/]+)/(?!src/index\\.ts)', pathNot: '^libs/$2/' },
    ),
    rule(
      'pure-floors',
      'The ground, the nouns and the engines do no I/O: what they need is handed to them.',
      noneButTests(`^libs/(kit|domain|${engines.slice(1, -1)})/`),
      {
        path: '^(node_modules/(@nestjs|typeorm|kafkajs|nodemailer|pg)|fs|node:fs|http|net|child_process)',
      },
    ),
    ownedBy('store', '(typeorm|pg|pg-copy-streams)/'),
    ownedBy('feed', 'kafkajs/'),
    ownedBy('mail', 'nodemailer/'),
    ownedBy('papers', '(docx|exceljs|yazl)/'),
    ownedBy('papers', '(fontkit|@types/fontkit)/'),
    ownedBy('papers', 'pdfkit/'),
    ownedBy('papers', '(@resvg/resvg-wasm|@fontsource-variable)/'),
    ownedBy('classifier', 'natural/'),
    ownedBy('metrics', 'prom-client/'),
    ownedBy('identity', '(openid-client|oauth4webapi|jose)/'),
    rule(
      'nothing-orphaned',
      'A file that nobody imports and that starts nothing is to be deleted.',
      { orphan: true, pathNot: ['main\\.ts$', test, '\\.d\\.ts$', 'index\\.ts$'] },
      {},
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
