import { element } from '../element.js';
import { type Setting, setting } from '../setting.js';

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
export function spectrumControl({ sigmas, presets }: SpectrumControlOptions): Setting<readonly number[]> {
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
      node.choose(preset.sigmas.join());
    });
    return button;
  });
  const form = element(
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
  form.addEventListener('input', tell);
  tell();
  const values = () => fields.map((field) => field.valueAsNumber);
  const node: Setting<readonly number[]> = setting(form, {
    label: 'Singular values',
    value: values,
    choice: () => ({ text: values().join(), words: outputs.map(({ value }) => value).join(', ') }),
    set(text) {
      const wanted = text.split(',').map(Number);
      if (wanted.length !== fields.length || !wanted.every((value) => value >= 0.05 && value <= 3))
        return false;
      fields.forEach((field, i) => (field.valueAsNumber = wanted[i]));
      return true;
    },
    make: () => spectrumControl({ sigmas: values(), presets }),
  });
  return node;
}
