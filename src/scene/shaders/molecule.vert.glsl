// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One mesh, drawn once for each copy around the three-fold axis.

layout (location = 0) in vec3 place;
layout (location = 1) in vec3 normal;
layout (location = 2) in vec4 extra; // part times 50, light while alone, light while joined

uniform mat4 to_eye, to_clip;
uniform vec4 turns[6]; // cosine, sine, how much it is joined, opacity
uniform vec4 moves[6]; // by how much it is moved, and which thing it is
uniform vec4 tones[6]; // a factor of its brightness

out vec3       to_fragment_normal;
out float      to_fragment_distance, to_fragment_part, to_fragment_open;
flat out vec3  to_fragment_copy; // thing, opacity, brightness

vec3 turn (vec3 v, vec4 by)
{
  return vec3 (by.x * v.x + by.y * v.z, v.y, by.x * v.z - by.y * v.x);
}

void main ()
{
  vec4 by = turns[gl_InstanceID];
  vec4 move = moves[gl_InstanceID];
  vec4 eye = to_eye * vec4 (turn (place, by) + move.xyz, 1.0);

  gl_Position = to_clip * eye;
  to_fragment_normal = mat3 (to_eye) * turn (normal, by);
  to_fragment_distance = -eye.z;
  to_fragment_part = extra.x * 255.0 / 50.0;
  to_fragment_open = mix (extra.y, extra.z, by.z);
  to_fragment_copy = vec3 (move.w, by.w, tones[gl_InstanceID].x);
}
