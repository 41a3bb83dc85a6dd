/** Every word that this folder itself says. */
export const words = {
  site: 'Accord',
  offline: 'Accord cannot be reached. Check your connection and try again; what you wrote is still here.',
  signedOut: 'You have been signed out. Sign in again to go on; what you wrote is still here.',
  server: 'Something went wrong on our side. Nothing was changed. Try again in a moment.',
  refused: 'This could not be done.',
  tooMany: 'That was tried too often in a short time. Wait a minute and try again.',
  uploadFailed: 'The file did not arrive. Check your connection and send it again.',
  uploadTooLarge: 'The file is larger than Accord takes.',
  uploadRefused: 'Accord does not take this file.',
  uploadStopped: 'You stopped the upload.',
  reconnecting: 'Connection lost. New letters will appear when it is back.',
  back: 'Connected again.',
};
