export interface IInputs {}
export interface IOutputs {}
