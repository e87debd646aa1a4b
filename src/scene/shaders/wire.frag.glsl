// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Over the finished picture: lines with soft edges where nothing is before them.

in float to_fragment_across, to_fragment_distance;

uniform sampler2D things;
uniform vec3      ink;
uniform float     strength, nearest, furthest, fading;
uniform vec4      size;

layout (location = 0) out vec4 color;

void main ()
{
  vec4  thing = texelFetch (things, ivec2 (gl_FragCoord.xy), 0);
  float depth = clamp ((to_fragment_distance - nearest) / (furthest - nearest), 0.0, 1.0);
  float before = (thing.g * 255.0 + thing.b) / 255.0;
  float line = clamp (size.w + 0.5 - abs (to_fragment_across), 0.0, 1.0);

  if (thing.r > 0.0 && before < depth)
    discard;
  line *= strength * (1.0 - fading * depth);
  color = vec4 (ink * line, line);
}
