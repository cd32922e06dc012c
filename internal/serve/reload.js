// Reloads the page when it is no longer what the server would show.
(function () {
  "use strict";
  var script = document.currentScript;
  var events = script.src.replace(/reload\.js.*$/, "events") + location.pathname;
  var source = null;

  function stop() {
    if (source) source.close();
    source = null;
  }

  // A hidden page lets go of its connection: browsers allow only six to a
  // host, so a seventh tab would hang. It catches up when it is seen again.
  function start() {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource(events);
    source.addEventListener("build", function (event) {
      if (event.data === script.dataset.build) return;
      stop();
      location.reload();
    });
    source.addEventListener("error", function () {
      // Mostly the browser tries again by itself; where it gave up, do so here.
      if (source && source.readyState === EventSource.CLOSED) {
        stop();
        setTimeout(start, 1000);
      }
    });
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") stop();
    else start();
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", start);
  start();
})();
