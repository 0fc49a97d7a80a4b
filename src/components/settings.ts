import type { Control } from './control.js';
import type { Form } from './form.js';
import type { Setting } from './setting.js';

/** A setting of a figure, under the name that an address gives it: `errors.measure`. */
export interface NamedSetting {
  readonly name: string;
  readonly setting: Setting<unknown>;
}

const isForm = (node: Control<unknown>): node is Form => 'fields' in node;
const isSetting = (node: Control<unknown>): node is Setting<unknown> => 'choice' in node;

/** The settings that a figure's controls consist of. A list of forms adds nothing to the names within them. */
export function settingsOf(controls: Control<unknown>, name: string): NamedSetting[] {
  if (isSetting(controls)) return [{ name, setting: controls }];
  if (!isForm(controls)) return [];
  const listed = Array.isArray(controls.fields);
  return Object.entries(controls.fields as Readonly<Record<string, Control<unknown>>>).flatMap(
    ([key, field]) => settingsOf(field, listed && isForm(field) ? name : `${name}.${key}`),
  );
}

/** `Chosen: Data, Bike Sharing; divide by the clean error, no.` */
export function choicesInWords(settings: readonly NamedSetting[]): string {
  const choices = settings.map(({ setting: { label, choice } }) => `${label}, ${choice.words}`);
  return choices.length === 0 ? '' : ` Chosen: ${choices.join('; ')}.`;
}
