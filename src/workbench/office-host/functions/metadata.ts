/** functions.json as the metadata generator writes it and Excel reads it (Microsoft: JSON metadata for custom functions). */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

export type ParameterType = "any" | "number" | "string" | "boolean";

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: ParameterType;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  /** The last parameter takes any number of arguments. */
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  /** What office.js knows the function by. */
  readonly id: string;
  /** What is typed into cells, after the namespace. */
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly cancelable?: boolean;
    readonly stream?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
}
