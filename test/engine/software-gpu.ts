import path from 'node:path';

/** Chromium's software Vulkan driver: the real WebGPU backend on a machine without a GPU. */
const chromium = '/usr/lib/chromium';
export const driver = path.join(chromium, 'vk_swiftshader_icd.json');

/** The environment of a process that is to use it. */
export const software = {
  LD_LIBRARY_PATH: chromium,
  VK_ICD_FILENAMES: driver,
  VK_DRIVER_FILES: driver,
};
