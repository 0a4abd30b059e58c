/**
 * Runs first in the tab when the page's phone shows it, and makes a frame what a phone's webview is: a window that nothing
 * holds, whose app is spoken to through `nativeInterface` and answers by calling `onNativeMessage`, in text both ways
 * (teams-js, internal/communication). Only `top` cannot be taken from a frame; teams-js asks for it where there is a parent.
 */
{
  const phone = window.parent
  // Opened by hand, outside of a phone, there is no app that could answer.
  if (phone !== window) {
    const { port1: app, port2: theirs } = new MessageChannel()
    Object.defineProperty(window, 'parent', { value: window })
    Object.defineProperty(window, 'frameElement', { value: null })
    window.nativeInterface = Object.freeze({
      framelessPostMessage(text) {
        // What iOS and Android take over their bridge is a string, and nothing else.
        if (typeof text !== 'string') throw new TypeError('framelessPostMessage takes a string.')
        app.postMessage(text)
      },
    })
    // A message for a tab that does not listen yet is lost, as it is on a phone.
    app.onmessage = ({ data }) => window.onNativeMessage?.({ data: JSON.parse(data) })
    // The page knows whom it has in its frame; what it is given here is only the line.
    phone.postMessage('webview', '*', [theirs])
  }
}
