export { loadClassifier, type Classifier } from './classifier.js';
export { checkModel, modelSchema, type ClassFigures, type ClassifierModel } from './model.js';
export type { Example } from './learn.js';
export { train, type TrainOptions } from './train.js';
