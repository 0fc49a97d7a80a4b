import { type Control, control } from '../control.js';
import { element } from '../element.js';

/** Spectra that a button loads. */
export interface SpectrumPreset {
  readonly label: string;
  readonly sigmas: readonly number[];
}

export interface SpectrumControlOptions {
  readonly sigmas: readonly number[];
  readonly presets: readonly SpectrumPreset[];
}

let controls = 0;

/** A slider for each singular value, and buttons that set them all. */
export function spectrumControl({ sigmas, presets }: SpectrumControlOptions): Control<readonly number[]> {
  const id = `spectrum-${(controls += 1)}`;
  const fields = sigmas.map((value, i) =>
    element('input', { id: `${id}-${i}`, type: 'range', min: 0.05, max: 3, step: 'any', value }),
  );
  const outputs = fields.map(({ id: of }) => element('output', { for: of }));
  const tell = () =>
    fields.forEach((field, i) => {
      outputs[i].textContent = field.valueAsNumber.toFixed(2);
      field.setAttribute('aria-valuetext', outputs[i].textContent);
    });
  const buttons = presets.map((preset) => {
    const button = element('button', { type: 'button' }, preset.label);
    button.addEventListener('click', () => {
      fields.forEach((field, i) => (field.value = String(preset.sigmas[i])));
      fields[0].dispatchEvent(new Event('input', { bubbles: true }));
    });
    return button;
  });
  const node = element(
    'div',
    { class: 'form' },
    fields.map((field, i) =>
      element(
        'div',
        { class: 'control' },
        element('label', { for: field.id }, `σ${'₁₂₃₄₅₆₇₈₉'[i]}`),
        field,
        outputs[i],
      ),
    ),
    buttons.map((button) => element('div', { class: 'control' }, button)),
  );
  node.addEventListener('input', tell);
  tell();
  return control(node, () => fields.map((field) => field.valueAsNumber));
}
