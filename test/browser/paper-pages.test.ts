import { isOfPaper, pageNames } from './page-names.js';
import { testSoundness } from './sound-pages.js';

testSoundness(pageNames.filter(isOfPaper));
