import ts from 'typescript';
import { objectOf, oneOf, type Shape } from './shape.js';

const MODULE = 'apps/api/src/api.module.ts';
const SAME_AGAIN: Shape = { description: '与外面的一层同样' };
const PLAIN: readonly (readonly [ts.TypeFlags, Shape])[] = [
  [ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never, {}],
  [ts.TypeFlags.NonPrimitive, { type: 'object' }],
  [ts.TypeFlags.Null, { type: 'null' }],
  [ts.TypeFlags.StringLike, { type: 'string' }],
  [ts.TypeFlags.NumberLike, { type: 'number' }],
  [ts.TypeFlags.BooleanLike, { type: 'boolean' }],
];

type Part = Parameters<typeof objectOf>[0][number];

/**
 * What methods of controllers answer, by the types that the compiler finds: nothing else knows what may be null, absent
 * or a fraction.
 */
export class TypedShapes {
  private readonly checker: ts.TypeChecker;
  private readonly methods: ReadonlyMap<string, ts.MethodDeclaration>;

  constructor() {
    const program = programOf(MODULE);
    this.checker = program.getTypeChecker();
    this.methods = new Map(program.getSourceFiles().flatMap(methodsIn));
  }

  /** What a method answers: `AlertsController.life`. */
  of(name: string): Shape {
    const method = this.methods.get(name);
    const signature = method && this.checker.getSignatureFromDeclaration(method);
    if (!signature) throw new Error(`no controller has ${name}`);
    const answer = this.checker.getReturnTypeOfSignature(signature);
    return this.shapeOf(this.checker.getAwaitedType(answer) ?? answer, []);
  }

  private shapeOf(type: ts.Type, outside: readonly ts.Type[]): Shape {
    if (type.isUnion())
      return oneOf(type.types.filter(isTold).map((one) => this.shapeOf(one, outside)));
    const plain = PLAIN.find(([flags]) => type.flags & flags)?.[1];
    if (plain) return plain;
    if (outside.includes(type)) return SAME_AGAIN;
    return this.shapeOfObject(type, [...outside, type]);
  }

  private shapeOfObject(type: ts.Type, outside: readonly ts.Type[]): Shape {
    if (type.getSymbol()?.name === 'Date') return { type: 'string', format: 'date-time' };
    if (this.checker.isArrayLikeType(type))
      return { type: 'array', items: this.itemOf(type, outside) };
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (values) return { type: 'object', additionalProperties: this.shapeOf(values, outside) };
    const parts = this.checker.getPropertiesOfType(type);
    return objectOf(parts.flatMap((part) => this.toldPart(part, outside)));
  }

  /** A part as JSON shows it: not what is a function, nor what is never there. */
  private toldPart(part: ts.Symbol, outside: readonly ts.Type[]): readonly Part[] {
    const type = this.checker.getTypeOfSymbol(part);
    if (type.getCallSignatures().length > 0 || !isTold(type)) return [];
    const shape = asDay(part.name, this.shapeOf(type, outside));
    return [[part.name, shape, mayLack(part, type) ? 'may' : 'must']];
  }

  private itemOf(list: ts.Type, outside: readonly ts.Type[]): Shape {
    const item = this.checker.getIndexTypeOfType(list, ts.IndexKind.Number);
    return item ? this.shapeOf(item, outside) : {};
  }
}

/** Days are texts that are called so: `heldOn`. */
const asDay = (name: string, shape: Shape): Shape =>
  /[a-z]On$/.test(name) && [shape.type].flat().includes('string')
    ? { format: 'date', ...shape }
    : shape;

const isTold = ({ flags }: ts.Type): boolean =>
  !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never));

const mayLack = (part: ts.Symbol, type: ts.Type): boolean =>
  (part.flags & ts.SymbolFlags.Optional) !== 0 || (type.isUnion() && !type.types.every(isTold));

function programOf(file: string): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { options = {} } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, host) ?? {};
  return ts.createProgram([file], { ...options, noEmit: true });
}

/** The methods of controllers that stand in a file, called as doors call them: `AlertsController.life`. */
function methodsIn(file: ts.SourceFile): [string, ts.MethodDeclaration][] {
  return file.statements
    .filter(ts.isClassDeclaration)
    .flatMap((one) =>
      one.members
        .filter(ts.isMethodDeclaration)
        .map((method): [string, ts.MethodDeclaration] => [
          `${one.name?.text ?? ''}.${method.name.getText(file)}`,
          method,
        ]),
    );
}
