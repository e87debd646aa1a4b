// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What all that is lit has in common; it stands before those fragment shaders.

uniform vec3  ground;            // the background in the middle of the picture
uniform float nearest, furthest; // from the eye, where the scene begins and ends
uniform float fading;            // how much of the furthest is lost in the ground
uniform float rim;               // how bright what looks sideways is

layout (location = 0) out vec4 color;
layout (location = 1) out vec4 thing;

const vec3 LIGHT = vec3 (-0.42, 0.62, 0.663); // from upper left, before the scene

float find_depth (float distance)
{
  return clamp ((distance - nearest) / (furthest - nearest), 0.0, 1.0);
}

// Light wraps around; what it does not reach keeps its hue and gets deeper, as colours do
// that are multiplied by themselves: grey would look dirty.
vec3 light_up (vec3 hue, vec3 normal, float open, float distance)
{
  float lit = smoothstep (-0.62, 0.82, dot (normal, LIGHT)) * mix (0.34, 1.0, open);
  vec3  dark = hue * hue * mix (0.42, 0.72, open);
  vec3  shown = mix (dark, hue, lit);
  float aside = 1.0 - clamp (normal.z, 0.0, 1.0);

  shown += rim * aside * aside * aside * open * (vec3 (1.0) - shown);
  return mix (shown, ground, fading * smoothstep (0.25, 1.0, find_depth (distance)));
}

// @number: of the thing, 1 to 255. @opacity: below 1 it is fading.
void show (vec3 shown, float number, float distance, float opacity)
{
  float far = find_depth (distance) * 255.0;

  color = vec4 (shown, 1.0);
  thing = vec4 (number / 255.0, floor (far) / 255.0, fract (far), opacity);
}
