// jest gives each spec a world of its own, into which it reads and compiles anew whatever the spec imports: half of what
// a small spec took went into expect itself, and V8 keeps nothing, as what may import others by itself is never the same
// to it. Here a worker keeps what belongs to no world: the scripts of packages, and what was compiled of modules.
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** The scripts and the texts of packages, by the path of their file. */
const scripts = new Map();
const texts = new Map();
/** The code of each module and what V8 made of it, by the path of its file. */
const compiled = new Map();

const isOfPackage = (filename) => filename.includes('/node_modules/');
/** What imports by itself does so through the runtime of its spec. */
const importsItself = (source) => /\bimport\s*\(/.test(source);

module.exports = class LastingRuntime extends Runtime {
  readFile(filename) {
    if (!isOfPackage(filename)) return super.readFile(filename);
    const known = texts.get(filename);
    if (known !== undefined) return known;
    const text = super.readFile(filename);
    texts.set(filename, text);
    return text;
  }

  createScriptFromCode(source, filename) {
    if (!isOfPackage(filename) || importsItself(source))
      return super.createScriptFromCode(source, filename);
    const known = scripts.get(filename);
    if (known) return known;
    const script = new vm.Script(this.wrapCodeInModuleWrapper(source), { filename });
    scripts.set(filename, script);
    return script;
  }
};

/** A module is of one world, but it may be made from what another one was compiled to. */
function makeModule(SourceTextModule, code, options) {
  if (importsItself(code)) return new SourceTextModule(code, options);
  const known = compiled.get(options.identifier);
  if (known?.code === code) {
    try {
      return new SourceTextModule(code, { ...options, cachedData: known.data });
    } catch (error) {
      // V8 has been told to work otherwise since (`setFlagsFromString`).
      if (error.code !== 'ERR_VM_MODULE_CACHED_DATA_REJECTED') throw error;
    }
  }
  const made = new SourceTextModule(code, options);
  compiled.set(options.identifier, { code, data: made.createCachedData() });
  return made;
}

// jest makes its modules in the midst of a long function, by what `vm` names so.
vm.SourceTextModule = new Proxy(vm.SourceTextModule, {
  construct: (target, [code, options]) => makeModule(target, code, options),
});
