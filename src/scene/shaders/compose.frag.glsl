// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was drawn, with ink where one thing ends before another or before itself, in front of the
// background.

uniform sampler2D colors, things;
uniform vec3      ground, edge, ink;
uniform vec4      lines;  // ink where things meet; at a step; the least step; ink lost with distance
uniform vec4      size;   // of the picture [px]; how deep the scene is, in its unit
uniform vec4      shadow; // on the floor: its middle, its half axes [px]
uniform float     shadow_depth;

layout (location = 0) out vec4 color;

// A part of the last of 255 steps, in squares of four: the steps of a dark gradient are seen.
float find_grain (ivec2 at)
{
  int other = at.x ^ at.y;

  return (float ((other & 1) << 3 | (at.y & 1) << 2 | (other & 2) | (at.y & 2) >> 1) - 7.5) /
         (16.0 * 255.0);
}

// Radial, and darker on the floor beneath the scene.
vec3 find_background (vec2 at)
{
  vec2  from = (at - 0.5 * size.xy) / length (size.xy);
  vec3  shown = mix (ground, edge, smoothstep (0.1, 0.55, length (from)));
  vec2  on_floor = (at - shadow.xy) / max (shadow.zw, vec2 (1.0));
  float dark = 1.0 - smoothstep (0.0, 1.0, dot (on_floor, on_floor));

  return shown * (1.0 - shadow_depth * dark * dark) + find_grain (ivec2 (at));
}

vec4 find_thing (ivec2 at)
{
  return texelFetch (things, clamp (at, ivec2 (0), ivec2 (size.xy) - 1), 0);
}

vec3 find_color (ivec2 at, vec4 thing, vec3 background)
{
  return mix (background, texelFetch (colors, clamp (at, ivec2 (0), ivec2 (size.xy) - 1), 0).rgb,
              thing.a);
}

float find_depth (vec4 thing)
{
  return thing.r > 0.0 ? (thing.g * 255.0 + thing.b) / 255.0 : 1.0;
}

bool is_other (vec4 a, vec4 b)
{
  return abs (a.r - b.r) > 0.002;
}

// How far the middle one lies off the straight line through its neighbours.
float find_step (float before, float middle, float after)
{
  return abs (before + after - 2.0 * middle);
}

void main ()
{
  ivec2 at = ivec2 (gl_FragCoord.xy);
  vec3  background = find_background (gl_FragCoord.xy);
  vec4  middle = find_thing (at);
  vec4  left = find_thing (at - ivec2 (1, 0)), right = find_thing (at + ivec2 (1, 0));
  vec4  below = find_thing (at - ivec2 (0, 1)), above = find_thing (at + ivec2 (0, 1));
  float others = float (is_other (middle, left)) + float (is_other (middle, right)) +
                 float (is_other (middle, below)) + float (is_other (middle, above));
  float depth = min (find_depth (middle), min (min (find_depth (left), find_depth (right)),
                                               min (find_depth (below), find_depth (above))));
  float seen = max (middle.a, max (max (left.a, right.a), max (below.a, above.a)));
  vec3  shown;
  float drawn;

  if (seen == 0.0)
    {
      color = vec4 (background, 1.0);
      return;
    }
  shown = find_color (at, middle, background);
  if (others > 0.0)
    {
      shown = (2.0 * shown + find_color (at - ivec2 (1, 0), left, background) +
               find_color (at + ivec2 (1, 0), right, background) +
               find_color (at - ivec2 (0, 1), below, background) +
               find_color (at + ivec2 (0, 1), above, background)) / 6.0;
      drawn = lines.x * min (1.0, 0.42 + 0.2 * others);
    }
  else
    {
      float here = find_depth (middle);
      float most = max (find_step (find_depth (left), here, find_depth (right)),
                        find_step (find_depth (below), here, find_depth (above)));

      drawn = lines.y * smoothstep (lines.z, 2.0 * lines.z, most * size.z);
    }
  drawn *= seen * (1.0 - lines.w * smoothstep (0.2, 0.9, depth));
  color = vec4 (mix (shown, ink, drawn), 1.0);
}
