// The steps of an attempt and what it asked, as one story that begins with the newest. Pure.
import type { AskedView, StepsView, StepView } from '../../api/generated';

export type WorkLine =
  | { readonly id: string; readonly at: number; readonly step: StepView }
  | { readonly id: string; readonly at: number; readonly step: null; readonly asked: AskedView };

export function linesOfWork({ steps, questions }: StepsView): WorkLine[] {
  const lines: WorkLine[] = [
    ...steps.map((step) => ({ id: `step-${step.number}`, at: step.at, step })),
    ...questions.map((asked, index) => ({ id: `asked-${index}`, at: asked.askedAt, step: null, asked })),
  ];
  // What came in the same moment keeps its order, turned round like the rest.
  return lines
    .map((line, index) => ({ line, index }))
    .sort((one, other) => other.line.at - one.line.at || other.index - one.index)
    .map(({ line }) => line);
}
