/** What the processes of a pool run on an input: one model, kept in a module of its own. */
export interface ModelTask<Input = unknown, Output = unknown> {
  /** Of the error that a failed run rejects with. */
  readonly errorCode: 'embedder-failed' | 'verifier-failed';
  /** URL of a module that exports `load: LoadTask<Input, Output>`; a process imports it when it first needs it. */
  readonly module: string;
  /** Absolute path of the model's folder, given to `load`. */
  readonly modelDir: string;
  /** Never set: ties the types of input and output to the task. */
  readonly types?: readonly [Input, Output];
}

/** Runs the model on one input. Input and output pass between processes by structured clone. */
export type RunTask<Input, Output> = (input: Input) => Promise<Output>;

/** Loads the model of a folder into this process. */
export type LoadTask<Input, Output> = (modelDir: string) => Promise<RunTask<Input, Output>>;
